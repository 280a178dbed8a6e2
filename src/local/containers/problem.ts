/** An image that cannot be unpacked; the text says why. */
export class BadImage extends Error {}
