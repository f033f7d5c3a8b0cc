package io.fleetline.alerts;

/** UNKNOWN when the message says nothing about the rule; a rule is then neither raised nor closed. */
record Verdict(Outcome outcome, double measured) {

    enum Outcome { VIOLATED, FINE, UNKNOWN }

    static Verdict unknown() {
        return new Verdict(Outcome.UNKNOWN, 0);
    }

    static Verdict of(boolean violated, double measured) {
        return new Verdict(violated ? Outcome.VIOLATED : Outcome.FINE, measured);
    }
}
