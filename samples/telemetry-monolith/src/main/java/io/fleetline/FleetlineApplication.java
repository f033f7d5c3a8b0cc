package io.fleetline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class FleetlineApplication {

    public static void main(String[] args) {
        SpringApplication.run(FleetlineApplication.class, args);
    }
}
