import { Config } from "../config";
import { getJson } from "./http";

export interface ShipmentView {
  trackingCode: string;
  serviceLevel: string;
  status: string;
  recipientCity: string;
  recipientCountry: string;
  recipientPostcode: string;
  createdAt: string;
}

export class ShipmentClient {
  constructor(private readonly config: Config) {}

  /** For parcels whose announcement was lost or is still on its way. */
  byTrackingCode(code: string): Promise<ShipmentView | null> {
    const url = `${this.config.shipmentServiceUrl}/shipments/${encodeURIComponent(code)}`;
    return getJson<ShipmentView>(url, this.config.requestTimeoutMs);
  }
}
