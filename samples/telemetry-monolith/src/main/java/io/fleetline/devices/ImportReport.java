package io.fleetline.devices;

import java.util.ArrayList;
import java.util.List;

class ImportReport {

    private int imported;
    private final List<String> problems = new ArrayList<>();

    void imported() {
        imported++;
    }

    void rejected(int line, String reason) {
        problems.add("line " + line + ": " + reason);
    }

    public int getImported() {
        return imported;
    }

    public List<String> getProblems() {
        return problems;
    }
}
