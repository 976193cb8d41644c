//! Our changes to generated scripts. wasm-bindgen's own loading is replaced by `embed/glue/`,
//! which refuses a page in place of a program, copes with a wrong content type, and notices when
//! the program has broken down.

use crate::rename::once;
use anyhow::{Context, Result, ensure};

/// The name by which wasm-bindgen knows the program.
pub const STEM: &str = "glue";
/// The file of the glue.
pub const FILE: &str = "glue.js";

/// Where wasm-bindgen's own loading begins; it goes on to the end.
const LOADING: &str = "let wasmModule, wasmInstance, wasm;";
const LAST: &str = "export { initSync, __wbg_init as default };";

/// The glue with our loading in place of its own: it exports `default`, which takes the program
/// and starts it once, and, for a guarded program, `on_trap`.
pub fn with_our_start(glue: &str, guarded: bool) -> Result<String> {
    let changed = "wasm-bindgen's glue has changed; look at what it writes now";
    let (bindings, loading) = glue.split_once(LOADING).context(changed)?;
    ensure!(loading.trim_end().ends_with(LAST), "{changed}");
    ensure!(
        !loading.contains("stack_size"),
        "threads are not provided for"
    );
    ensure!(
        bindings.contains("function __wbg_get_imports("),
        "{changed}"
    );
    let run = if loading.contains("wasm.__wbindgen_start();") {
        "wasm.__wbindgen_start();"
    } else {
        ""
    };
    let (imported, exports) = if guarded {
        (
            "import { guard, on_trap } from \"program/guard.ts\";\nexport { on_trap };\n",
            "guard(instance.exports)",
        )
    } else {
        ("", "instance.exports")
    };
    // The script that fetches the parts asks `initSync` for the exports.
    Ok(format!(
        "import {{ starter }} from \"program/start.ts\";\n{imported}{bindings}\
         let wasm;\n\
         export const initSync = () => wasm;\n\
         export default starter(__wbg_get_imports, (instance) => {{\n    \
         wasm = {exports};\n    {run}\n}});\n"
    ))
}

/// The script that fetches parts, with our care: see `embed/glue/start.ts` and `guard.ts`.
pub fn careful_link(link: &str) -> Result<String> {
    let fetching = "WebAssembly.instantiateStreaming(src, imports)";
    let parts = link.matches("new URL(").count();
    ensure!(
        link.matches(fetching).count() == parts,
        "the splitter fetches parts in another way now; look at its {}",
        crate::parts::LINK
    );
    // Only a program with debug assertions has its parts fetched so.
    let link = link.replace("debugWrap(WebAssembly", "(WebAssembly");
    let calling = "sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex)(";
    // Said once for all parts: the visitor pays for each repetition before the first answer.
    let link = link
        .replace("(() => {\n    const src = fetch(new URL(", "(fetchPart(")
        .replace(
            ", import.meta.url));\n    src.catch(() => {});\n    \
             return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}\n",
            ")",
        );
    ensure!(
        link.matches("(fetchPart(").count() == parts && !link.contains(fetching),
        "the splitter writes what fetches a part otherwise now; look at its {}",
        crate::parts::LINK
    );
    let link = once(
        &link,
        calling,
        "guarded(sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex))(",
    )?;
    Ok(format!(
        "import {{ instantiate }} from \"program/start.ts\";\n\
         import {{ guarded }} from \"program/guard.ts\";\n\
         const fetchPart = (name) => () => {{\n    \
             const src = fetch(new URL(name, import.meta.url));\n    \
             src.catch(() => {{}});\n    \
             return async (imports) => instantiate(src, imports);\n}};\n{link}"
    ))
}

#[cfg(test)]
mod tests {
    use super::{careful_link, with_our_start};

    const GLUE: &str = "function __wbg_get_imports() {}\n\
        let wasmModule, wasmInstance, wasm;\n\
        function __wbg_finalize_init() { wasm.__wbindgen_start(); }\n\
        export { initSync, __wbg_init as default };\n";

    #[test]
    fn our_start_replaces_the_generated_one() {
        let ours = with_our_start(GLUE, true).unwrap_or_default();
        assert!(ours.contains("wasm = guard(instance.exports);\n    wasm.__wbindgen_start();"));
        assert!(!ours.contains("finalize"), "{ours}");
        let whole = with_our_start(GLUE, false).unwrap_or_default();
        assert!(!whole.contains("guard"), "{whole}");
    }

    #[test]
    fn parts_are_fetched_with_care_whether_or_not_the_program_has_debug_assertions() {
        let calling = "sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex)(callbackData, success);";
        let link = |wrapped: &str| {
            careful_link(&format!(
                "{calling}\nconst a = makeLoad(() => {{\n    \
                 const src = fetch(new URL(\"./a.wasm\", import.meta.url));\n    src.catch(() => {{}});\n    \
                 return async (imports) => {wrapped}(WebAssembly.instantiateStreaming(src, imports));\n}}\n, []);\n"
            ))
        };
        let released = link("").unwrap_or_default();
        assert!(
            released.contains("makeLoad(fetchPart(\"./a.wasm\"), []);"),
            "{released}"
        );
        assert_eq!(link("debugWrap").ok(), Some(released));
    }

    #[test]
    fn glue_of_another_shape_is_refused() {
        assert!(with_our_start("let wasm;", true).is_err());
        assert!(with_our_start(&GLUE.replace(" as default", ""), true).is_err());
        assert!(careful_link("fetch(new URL(\"./a.wasm\", import.meta.url))").is_err());
    }
}
