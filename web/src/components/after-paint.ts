/** Comes in the frame after the one with what was just drawn, so that what follows does not hold it up. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const soon = (): void => {
      requestAnimationFrame(() => {
        resolve();
      });
    };
    if (document.hidden) resolve();
    else requestAnimationFrame(soon);
  });
}
