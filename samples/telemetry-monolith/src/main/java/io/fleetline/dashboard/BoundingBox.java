package io.fleetline.dashboard;

record BoundingBox(double south, double west, double north, double east) {

    /** "south,west,north,east" as the map component sends it. */
    static BoundingBox parse(String text) {
        String[] parts = text.split(",");
        if (parts.length != 4) {
            throw new IllegalArgumentException("four numbers are expected: " + text);
        }
        BoundingBox box = new BoundingBox(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
        if (box.south > box.north || box.west > box.east) {
            throw new IllegalArgumentException("the corners are swapped: " + text);
        }
        return box;
    }

    double width() {
        return east - west;
    }

    double height() {
        return north - south;
    }
}
