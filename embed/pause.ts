/** From when on the input rests, milliseconds: what is made before is overtaken by the next input, and
 *  keeps a phone from painting it. */
export const PAUSE = 200;
