// What a config can say in attributes: whatever is a mere text, a yes or a no.

/** Their names, as in a config. */
export const ATTRIBUTES = "lang theme currency segment tier mode state lead share storage print".split(" ");
