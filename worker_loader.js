// Starts the worker that draws the uncertainty. Classic, so that every browser with workers runs
// it. The query is the build's, so that no part of an older one comes out of a cache.
importScripts(`worker.js${location.search}`);
wasm_bindgen({ module_or_path: `worker_bg.wasm${location.search}` }).catch((error) => {
  // A rejected promise never reaches the page; an error thrown in a task does.
  setTimeout(() => {
    throw error;
  });
});
