package io.fleetline.devices;

public enum DeviceModel {
    T100,
    T220,
    OBD3
}
