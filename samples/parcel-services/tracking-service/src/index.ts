import { createApp } from "./app";
import { ZoneClient } from "./clients/zones";
import { loadConfig } from "./config";
import { Events } from "./events";
import { log } from "./log";
import { Store } from "./store";

async function main(): Promise<void> {
  const config = loadConfig();
  const store = await Store.connect(config);
  const events = await Events.connect(config);
  await events.consumeAnnouncements(store, new ZoneClient(config));

  const server = createApp(config, store, events).listen(config.port, () => {
    log.info({ port: config.port }, "listening");
  });

  const stop = (signal: string): void => {
    log.info({ signal }, "stopping");
    server.close(async () => {
      await events.close();
      await store.close();
      process.exit(0);
    });
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
}

main().catch((error) => {
  log.fatal({ error }, "could not start");
  process.exit(1);
});
