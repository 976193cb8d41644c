// What xtask/src/build/package.rs writes: the addresses of the scripts that are brought, by name.
export const scripts: Readonly<Record<string, string>>;
