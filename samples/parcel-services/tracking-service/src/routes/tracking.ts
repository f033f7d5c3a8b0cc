import { Router } from "express";
import { ShipmentClient } from "../clients/shipments";
import { estimate } from "../eta";
import { log } from "../log";
import { measureLookups } from "../metrics";
import { Journey } from "../model";
import { Store } from "../store";

const CODE = /^PW\d{11}$/;

export function trackingRoutes(store: Store, shipments: ShipmentClient): Router {
  const router = Router();
  router.use(measureLookups);

  async function find(code: string): Promise<Journey | null> {
    const journey = await store.journey(code);
    if (journey) {
      return journey;
    }
    const shipment = await shipments.byTrackingCode(code);
    if (!shipment) {
      return null;
    }
    const announced: Journey = {
      _id: code,
      serviceLevel: shipment.serviceLevel,
      recipientCountry: shipment.recipientCountry,
      recipientPostcode: shipment.recipientPostcode,
      state: "ANNOUNCED",
      announcedAt: new Date(shipment.createdAt),
    };
    await store.announce(announced);
    log.warn({ code }, "announcement was missing, fetched");
    return announced;
  }

  router.get("/:code", async (request, response, next) => {
    try {
      const code = request.params.code.toUpperCase();
      const journey = CODE.test(code) ? await find(code) : null;
      if (!journey) {
        response.status(404).json({ error: "unknown tracking code" });
        return;
      }
      const scans = await store.scansOf(code);
      response.set("Cache-Control", "public, max-age=15");
      response.json({
        trackingCode: journey._id,
        state: journey.state,
        lastDepot: journey.lastDepot ?? null,
        eta: estimate(journey, new Date()),
        scans: scans.map(({ kind, depot, at }) => ({ kind, depot, at })),
      });
    } catch (error) {
      next(error);
    }
  });

  router.get("/:code/eta", async (request, response, next) => {
    try {
      const journey = await store.journey(request.params.code.toUpperCase());
      if (!journey) {
        response.status(404).json({ error: "unknown tracking code" });
        return;
      }
      response.json(estimate(journey, new Date()));
    } catch (error) {
      next(error);
    }
  });

  return router;
}
