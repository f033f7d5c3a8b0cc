import { describe, expect, it } from "vitest";
import { parseScan, ScanRefused } from "../src/scan";

const BODY = {
  scanId: "HH1-000017",
  trackingCode: "pw00000000015",
  kind: "ARRIVED",
  depot: "HAM1",
  at: "2024-04-12T08:00:00Z",
};
const NOW = new Date("2024-04-12T08:01:00Z");

describe("parseScan", () => {
  it("normalises the tracking code", () => {
    expect(parseScan(BODY, NOW).trackingCode).toBe("PW00000000015");
  });

  it("refuses an unknown kind", () => {
    expect(() => parseScan({ ...BODY, kind: "LOST" }, NOW)).toThrow(ScanRefused);
  });

  it("refuses a scanner whose clock is ahead", () => {
    expect(() => parseScan({ ...BODY, at: "2024-04-12T09:00:00Z" }, NOW)).toThrow(/clock/);
  });
});
