package io.fleetline.dashboard;

/** One denormalised table, kept up to date position by position. */
interface Projection {

    void apply(Step step);

    void clear();
}
