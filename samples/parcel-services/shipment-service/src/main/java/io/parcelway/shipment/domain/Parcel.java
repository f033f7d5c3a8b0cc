package io.parcelway.shipment.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "parcels")
public class Parcel {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "shipment_id")
    private Shipment shipment;

    private int position;

    @Column(name = "weight_grams")
    private int weightGrams;

    @Column(name = "length_mm")
    private int lengthMm;

    @Column(name = "width_mm")
    private int widthMm;

    @Column(name = "height_mm")
    private int heightMm;

    protected Parcel() {
    }

    Parcel(Shipment shipment, int position, int weightGrams, int lengthMm, int widthMm, int heightMm) {
        this.shipment = shipment;
        this.position = position;
        this.weightGrams = weightGrams;
        this.lengthMm = lengthMm;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    public int getPosition() {
        return position;
    }

    public int getWeightGrams() {
        return weightGrams;
    }

    /** Air freight rule: five cubic decimetres count as one kilogram. */
    public int volumetricGrams() {
        long cubicMm = (long) lengthMm * widthMm * heightMm;
        return (int) (cubicMm / 5_000);
    }
}
