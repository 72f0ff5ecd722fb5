/** What a page says to a waiting worker once no screen is in use. */
export const TAKE_OVER = 'take-over';
