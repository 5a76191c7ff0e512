import type { Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

const moves = 90;

/** A place of the drawing where nothing stands. */
const findEmptyPlace = (page: Page): Promise<Point> =>
  page.evaluate(() => {
    const pane = document.querySelector('.react-flow__pane');
    const box = pane?.getBoundingClientRect();
    if (!pane || !box) throw new Error('the page has no drawing');
    for (let x = box.left + box.width / 2; x < box.right - 40; x += 7) {
      for (let y = box.top + 80; y < box.bottom - 160; y += 7) {
        if (document.elementFromPoint(x, y) === pane) return { x, y };
      }
    }
    throw new Error('the drawing has no empty place');
  });

/** The middles of the first nodes that nothing lies over. */
const findNodes = (page: Page, count: number): Promise<Point[]> =>
  page.evaluate((most) => {
    const found: { x: number; y: number }[] = [];
    for (const node of document.querySelectorAll('.react-flow__node')) {
      const box = node.getBoundingClientRect();
      const place = { x: box.left + box.width / 2, y: box.top + box.height / 3 };
      if (node.contains(document.elementFromPoint(place.x, place.y))) found.push(place);
      if (found.length === most) break;
    }
    return found;
  }, count);

/** Round in a circle, a step at a time, and back to where it began. */
const circle = async (page: Page, { x, y }: Point, radius: number): Promise<void> => {
  for (let step = 1; step <= moves; step += 1) {
    const angle = (step / moves) * 2 * Math.PI;
    await page.mouse.move(x + radius * Math.sin(angle), y + radius * (1 - Math.cos(angle)));
  }
};

const drag = async (page: Page, from: Point): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await circle(page, from, 60);
  await page.mouse.up();
};

const first = ([place]: readonly Point[]): Point => {
  if (!place) throw new Error('the drawing has no node to take');
  return place;
};

export const gestureNames = ['pan', 'zoom', 'dragOne', 'dragFifty'] as const;
export type GestureName = (typeof gestureNames)[number];

interface Gesture {
  /** What comes before it and is not measured. */
  readonly prepare: (page: Page) => Promise<Point>;
  readonly make: (page: Page, at: Point) => Promise<void>;
}

/** What is done to both drawings, in the same way. */
export const gestures: { readonly [N in GestureName]: Gesture } = {
  pan: { prepare: findEmptyPlace, make: drag },
  zoom: {
    prepare: async (page) => {
      const place = await findEmptyPlace(page);
      await page.mouse.move(place.x, place.y);
      return place;
    },
    make: async (page) => {
      await page.keyboard.down('Control');
      for (let step = 0; step < moves; step += 1) await page.mouse.wheel(0, step < moves / 2 ? -20 : 20);
      await page.keyboard.up('Control');
    },
  },
  dragOne: { prepare: async (page) => first(await findNodes(page, 1)), make: drag },
  dragFifty: {
    prepare: async (page) => {
      const places = await findNodes(page, 50);
      if (places.length < 50) throw new Error(`only ${places.length} nodes can be taken`);
      await page.keyboard.down('Control');
      for (const { x, y } of places) await page.mouse.click(x, y);
      await page.keyboard.up('Control');
      return first(places);
    },
    make: drag,
  },
};
