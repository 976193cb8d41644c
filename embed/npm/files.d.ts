// What xtask/src/package.rs writes: the addresses of the scripts that are brought, by name.
export const scripts: Readonly<Record<string, string>>;
