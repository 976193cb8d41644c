/** From when on what is typed or dragged rests, milliseconds: what is made before is overtaken by the
 *  next input, and keeps a phone from painting it. Digits follow one another by up to 450. */
export const PAUSE = 500;
