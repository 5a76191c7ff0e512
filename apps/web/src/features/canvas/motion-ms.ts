const calmly = '(prefers-reduced-motion: reduce)';

/** How long the view takes to get somewhere; no time at all where the system asks for less motion. */
export const motionMs = (): number => (window.matchMedia(calmly).matches ? 0 : 200);
