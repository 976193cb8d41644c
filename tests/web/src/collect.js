// Collects what goes wrong in a page of the tests. No page of ours does: a host's own errors are
// none of the calculator's business.
(() => {
  const errors = (window.__errors = []);
  const told = (event) => {
    const { target } = event;
    if (target instanceof Element) return `resource: ${target.src ?? target.href}`;
    return `error: ${event.message} (${event.filename}:${event.lineno})`;
  };
  // What fails to load does not bubble.
  addEventListener("error", (event) => errors.push(told(event)), true);
  addEventListener("unhandledrejection", ({ reason }) => errors.push(`rejection: ${reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    errors.push(`policy: ${effectiveDirective}: ${blockedURI}`));
  // And what calculators tell, with the id of the element that tells it.
  const all = (window.__told = []);
  for (const name of ["slc:ready", "slc:change", "slc:result", "slc:lead", "slc:share", "slc:error"])
    addEventListener(name, ({ target, detail }) => all.push({ name, id: target.id, detail }));
})();
