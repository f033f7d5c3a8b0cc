import { Config } from "../config";
import { getJson } from "./http";

interface Zone {
  zone: string;
  transit_days: Record<string, number>;
}

export class ZoneClient {
  private readonly cache = new Map<string, Zone>();

  constructor(private readonly config: Config) {}

  async transitDays(country: string, postcode: string, serviceLevel: string): Promise<number | undefined> {
    const path = `/zones/${encodeURIComponent(country)}/${encodeURIComponent(postcode)}`;
    let zone = this.cache.get(path);
    if (!zone) {
      const answer = await getJson<Zone>(`${this.config.pricingServiceUrl}${path}`, this.config.requestTimeoutMs);
      if (!answer) {
        return undefined;
      }
      zone = answer;
      if (this.cache.size > 5000) {
        this.cache.clear();
      }
      this.cache.set(path, zone);
    }
    return zone.transit_days[serviceLevel];
  }
}
