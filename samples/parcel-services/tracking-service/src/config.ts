export interface Config {
  port: number;
  mongoUrl: string;
  mongoDatabase: string;
  rabbitUrl: string;
  exchange: string;
  shipmentServiceUrl: string;
  pricingServiceUrl: string;
  requestTimeoutMs: number;
  scannerToken: string;
}

function text(name: string, fallback: string): string {
  const value = process.env[name];
  return value === undefined || value === "" ? fallback : value;
}

export function loadConfig(): Config {
  return {
    port: Number(text("PORT", "3000")),
    mongoUrl: text("MONGO_URL", "mongodb://tracking-db:27017"),
    mongoDatabase: text("MONGO_DATABASE", "tracking"),
    rabbitUrl: text("RABBITMQ_URL", "amqp://rabbitmq:5672"),
    exchange: text("EXCHANGE", "parcel.events"),
    shipmentServiceUrl: text("SHIPMENT_SERVICE_URL", "http://shipment-service:8080"),
    pricingServiceUrl: text("PRICING_SERVICE_URL", "http://pricing-service:8000"),
    requestTimeoutMs: Number(text("REQUEST_TIMEOUT_MS", "1200")),
    scannerToken: text("SCANNER_TOKEN", ""),
  };
}
