import { describe, expect, it } from "vitest";
import { addWorkdays, estimate } from "../src/eta";
import { Journey } from "../src/model";

const FRIDAY = new Date("2024-04-12T08:00:00Z");

function journey(changes: Partial<Journey> = {}): Journey {
  return {
    _id: "PW00000000015",
    serviceLevel: "STANDARD",
    recipientCountry: "DE",
    recipientPostcode: "20095",
    state: "ANNOUNCED",
    announcedAt: FRIDAY,
    transitDays: 2,
    ...changes,
  };
}

describe("estimate", () => {
  it("skips the weekend", () => {
    expect(addWorkdays(FRIDAY, 1).toISOString().slice(0, 10)).toBe("2024-04-15");
    expect(estimate(journey(), FRIDAY).date).toBe("2024-04-16");
  });

  it("is today when the courier has it", () => {
    expect(estimate(journey({ state: "OUT_FOR_DELIVERY" }), FRIDAY).date).toBe("2024-04-12");
  });

  it("says when a parcel is late", () => {
    const later = new Date("2024-04-18T08:00:00Z");
    expect(estimate(journey(), later)).toEqual({ date: "2024-04-19", reason: "late" });
  });

  it("promises nothing without a transit time", () => {
    expect(estimate(journey({ transitDays: undefined }), FRIDAY).date).toBeNull();
  });
});
