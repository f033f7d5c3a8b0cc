package io.fleetline.common;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConstructorBinding;

@ConstructorBinding
@ConfigurationProperties("fleetline.api-keys")
public class ApiKeyProperties {

    private final String staff;
    private final String devices;

    public ApiKeyProperties(String staff, String devices) {
        this.staff = staff;
        this.devices = devices;
    }

    public String getStaff() {
        return staff;
    }

    public String getDevices() {
        return devices;
    }
}
