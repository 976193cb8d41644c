// Starts the worker that draws the uncertainty. Classic, so that every browser with workers runs
// it. The query is the build's, so that no part of an older one comes out of a cache.

// Told, not thrown: a page that ends its worker while it loads would otherwise see an error.
const fail = (error) => postMessage(String(error));
try {
  importScripts(`worker.js${location.search}`);
  wasm_bindgen({ module_or_path: `worker_bg.wasm${location.search}` }).catch(fail);
} catch (error) {
  fail(error);
}
