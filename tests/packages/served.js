// While one develops, Vite serves the files of the package as they are: it makes modules of style
// sheets and JSON, whoever asks for them.

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const folder = fileURLToPath(new URL("files/", import.meta.resolve("service-level-calculator")));
const server = await createServer({ root: "vite", configFile: false, logLevel: "error", server: { port: 0 } });
await server.listen();
const { port } = server.httpServer.address();
try {
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".js"));
  if (names.length < 20) throw new Error(`only ${names}`);
  for (const name of names) {
    const response = await fetch(`http://localhost:${port}/@fs${folder}${name}?no-inline`);
    const served = Buffer.from(await response.arrayBuffer());
    if (!served.equals(await readFile(folder + name))) throw new Error(`${name} is served otherwise`);
  }
} finally {
  await server.close();
}
