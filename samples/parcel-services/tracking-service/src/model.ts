export type ScanKind = "PICKED_UP" | "ARRIVED" | "DEPARTED" | "OUT_FOR_DELIVERY" | "DELIVERED" | "RETURNED";

export const SCAN_KINDS: ScanKind[] = [
  "PICKED_UP",
  "ARRIVED",
  "DEPARTED",
  "OUT_FOR_DELIVERY",
  "DELIVERED",
  "RETURNED",
];

export interface Scan {
  scanId: string;
  trackingCode: string;
  kind: ScanKind;
  depot: string;
  at: Date;
  note?: string;
}

/** One document per parcel, what a visitor of the tracking page sees. */
export interface Journey {
  _id: string;
  serviceLevel: string;
  recipientCountry: string;
  recipientPostcode: string;
  state: ScanKind | "ANNOUNCED" | "CANCELLED";
  lastDepot?: string;
  lastScanAt?: Date;
  announcedAt: Date;
  transitDays?: number;
}

export interface ShipmentCreated {
  type: string;
  trackingCode: string;
  serviceLevel: string;
  recipientCountry: string;
  recipientPostcode: string;
  at: string;
}
