package io.fleetline.dashboard;

record Cluster(double latitude, double longitude, int vehicles, int moving) {
}
