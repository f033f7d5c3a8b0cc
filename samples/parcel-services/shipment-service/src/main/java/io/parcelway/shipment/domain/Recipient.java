package io.parcelway.shipment.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Recipient {

    @Column(name = "recipient_name", nullable = false)
    private String name;

    @Column(name = "recipient_street", nullable = false)
    private String street;

    @Column(name = "recipient_postcode", nullable = false)
    private String postcode;

    @Column(name = "recipient_city", nullable = false)
    private String city;

    @Column(name = "recipient_country", nullable = false)
    private String country;

    @Column(name = "recipient_email")
    private String email;

    protected Recipient() {
    }

    public Recipient(String name, String street, String postcode, String city, String country, String email) {
        this.name = name;
        this.street = street;
        this.postcode = postcode;
        this.city = city;
        this.country = country;
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public String getStreet() {
        return street;
    }

    public String getPostcode() {
        return postcode;
    }

    public String getCity() {
        return city;
    }

    public String getCountry() {
        return country;
    }

    public String getEmail() {
        return email;
    }
}
