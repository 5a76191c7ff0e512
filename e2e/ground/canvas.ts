import type { Locator, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The drawing area of a scenario. */
export const canvasOf = (page: Page): Locator => page.getByRole('application', { name: 'Canvas' });

/** The card of a node, by a plain name: what it is called goes on with what it does and how many problems it has. */
export const nodeOf = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^${name}, `) });

export const connectionOf = (page: Page, from: string, to: string): Locator =>
  page.getByRole('group', { name: `Connection from ${from} to ${to}` });

/** Says that all is saved, and when. */
export const savedNote = (page: Page): Locator => page.getByText(/^Saved \d\d:\d\d$/);

/** Drags a new node from the palette to a place on the canvas. */
export const dragNew = (page: Page, title: string, to: Point): Promise<void> =>
  page
    .getByRole('button', { name: new RegExp(`^Add ${title}\\b`) })
    .dragTo(canvasOf(page), { targetPosition: to });

const drag = async (page: Page, from: Point, to: Point): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
};

const boxOf = async (locator: Locator): Promise<Point & { width: number; height: number }> => {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator.toString()} is not on the screen`);
  return box;
};

/** Drags a connection with the mouse, from the output of one node to another node. */
export const dragConnection = async (page: Page, from: string, to: string): Promise<void> => {
  const [source, target] = [await boxOf(nodeOf(page, from)), await boxOf(nodeOf(page, to))];
  await drag(
    page,
    { x: source.x + source.width, y: source.y + source.height / 2 },
    { x: target.x, y: target.y + target.height / 2 },
  );
};

/** Drags a node with the mouse by so many pixels. */
export const dragNode = async (page: Page, name: string, by: Point): Promise<void> => {
  const { x, y, width, height } = await boxOf(nodeOf(page, name));
  const grip = { x: x + width / 2, y: y + height / 2 };
  await drag(page, grip, { x: grip.x + by.x, y: grip.y + by.y });
};
