import type { NamedValue, ScenarioDocument, ScenarioNode } from '@curlew/scenario';
import { plainCategories, plainPolicy } from './any-plain-document.ts';
import { plainMoment, plainSilence, plainSum, plainTimeOfDay, type PlainZone } from './plain-calendar.ts';
import { isPlainlyMet, isPlainMatch, type PlainEvent } from './plain-filter.ts';
import { plainTemplates } from './plain-templates.ts';

/** What is decided beforehand, so that both walkers meet the same. */
export interface PlainFate {
  readonly startedAt: number;
  /** From 0 up to 1, by id of the split. */
  readonly draw: (nodeId: string) => number;
  /** Whether a Limit lets pass, or a Webhook answers well. */
  readonly luck: (nodeId: string, visit: number) => boolean;
  /** What a Webhook says; undefined: nothing. */
  readonly reply: (nodeId: string, visit: number) => unknown;
}

/** A customer in a walk, as the plain walker keeps them. */
export interface PlainLife {
  at: string;
  visit: number;
  reachedAt: number;
  isFinished: boolean;
  /** Since when it is known how long they are held there. */
  due: number | null;
  webhook: unknown;
  readonly event: { readonly k?: string } | undefined;
  readonly attributes: Map<string, string | number>;
  readonly consents: Set<string>;
  readonly events: PlainEvent[];
  /** When messages under the policy went out. */
  readonly uses: number[];
  /** Node and output of each step. */
  readonly path: string[];
  readonly effects: unknown[];
}

const dayMs = 86_400_000;

/** Walks as the rules say, one small step after the other and without a thought for speed. */
export const createPlainWalk = (document: ScenarioDocument, fate: PlainFate) => {
  const zoneOf = (setting: string, life: PlainLife): PlainZone => {
    const own = setting === 'customer' ? life.attributes.get('time_zone') : setting;
    return own === 'Asia/Kolkata' ? own : 'UTC';
  };
  const render = (template: string, life: PlainLife, now: number): string | undefined =>
    plainTemplates[template]?.({
      now,
      n: life.attributes.get('n'),
      webhook: life.webhook,
      event: life.event,
    });
  /** Undefined: it cannot be written. */
  const evaluate = (
    { type, value }: NamedValue,
    life: PlainLife,
    now: number,
  ): string | number | null | undefined => {
    const text = render(value, life, now)?.trim();
    if (text === undefined || text === '') return text === '' ? null : undefined;
    if (type === 'text') return text;
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  };

  /** When a Wait ends; a text: the code of the reason for which the walk ends. */
  const dueOf = (
    settings: Extract<ScenarioNode, { kind: 'wait' }>['settings'],
    life: PlainLife,
  ): number | string => {
    const [calendar, clock] = [zoneOf('customer', life), zoneOf(settings.timeZone, life)];
    switch (settings.mode) {
      case 'duration':
        return plainSum(life.reachedAt, settings.duration, calendar);
      case 'event':
        return plainSum(life.reachedAt, settings.timeout, calendar);
      case 'date':
        return plainMoment(settings.date, settings.time, clock);
      case 'time_of_day':
        return plainTimeOfDay(life.reachedAt, settings, clock);
      case 'expression': {
        const text = render(settings.expression, life, life.reachedAt);
        if (text === undefined) return 'template_error';
        if (!/^\d+(\.\d+)?$/.test(text.trim())) return 'no_number';
        return plainSum(
          life.reachedAt,
          { amount: Math.floor(Number(text)), unit: settings.expressionUnit },
          calendar,
        );
      }
    }
  };

  const message = (
    { settings }: Extract<ScenarioNode, { kind: 'sms' }>,
    life: PlainLife,
    now: number,
  ): string => {
    const category = settings.consentCategoryId;
    if (category !== null && category !== plainCategories.general && !life.consents.has(category))
      return 'consent';
    const text = render(settings.versions[0]?.message ?? '', life, now);
    if (text === undefined) return 'template_error';
    if (text.trim() === '') return 'empty_message';
    if (settings.frequencyPolicy.of === 'none') return `sent ${text}`;
    if (life.uses.filter((at) => at > now - dayMs).length >= 2) return 'frequency_policy';
    life.uses.push(now);
    return `sent ${text}`;
  };

  /** Does what the node does; gives the output, a moment to be held until, or why the walk ends. */
  const act = (
    node: ScenarioNode,
    life: PlainLife,
    now: number,
  ): string | number | { readonly end: string } => {
    const note = (effect: object): void => {
      life.effects.push({ nodeId: node.id, visit: life.visit, ...effect });
    };
    switch (node.kind) {
      case 'on_date': {
        const moment = plainMoment(
          node.settings.date,
          node.settings.time,
          zoneOf(node.settings.timeZone, life),
        );
        if (moment < fate.startedAt) return { end: 'moment_past' };
        return moment > now ? moment : 'out';
      }
      case 'condition':
        return isPlainlyMet(node.settings.filter, life, now) ? 'match' : 'no_match';
      case 'wait': {
        const due = life.due ?? dueOf(node.settings, life);
        if (typeof due === 'string') return { end: due };
        life.due = due;
        const { mode, event: type, where } = node.settings;
        if (mode !== 'event') return due > now ? due : 'out';
        const first = life.events.find(
          (event) => event.timestamp > life.reachedAt && isPlainMatch(event, { type, where }),
        );
        if (first && first.timestamp <= due) return 'event';
        return due > now ? due : 'timeout';
      }
      case 'silent_hours': {
        const end = plainSilence(now, node.settings, zoneOf(node.settings.timeZone, life));
        return end > now ? end : 'out';
      }
      case 'split':
        return fate.draw(node.id) * 100 < (node.settings.variants[0]?.weight ?? 0) ? 'v0' : 'v1';
      case 'limit':
        return fate.luck(node.id, life.visit) ? 'pass' : 'full';
      case 'sms': {
        const { silentHours } = node.settings;
        const end =
          silentHours.of === 'own'
            ? plainSilence(now, silentHours.value, zoneOf(silentHours.value.timeZone, life))
            : now;
        if (end > now) return end;
        note({ message: message(node, life, now) });
        return 'out';
      }
      case 'webhook': {
        const isSent = render(node.settings.body, life, now) !== undefined;
        life.webhook = isSent ? (fate.reply(node.id, life.visit) ?? null) : null;
        return isSent && fate.luck(node.id, life.visit) ? 'ok' : 'error';
      }
      case 'set_attribute': {
        const values = new Map<string, unknown>();
        for (const named of node.settings.attributes) {
          const value = evaluate(named, life, now);
          if (value === undefined) continue;
          values.set(named.name, value);
          if (value === null) life.attributes.delete(named.name);
          else life.attributes.set(named.name, value);
        }
        if (values.size > 0) note({ attributes: [...values] });
        return 'out';
      }
      case 'track_event': {
        const values = node.settings.properties.map(
          (named) => [named.name, evaluate(named, life, now)] as const,
        );
        const properties = values.filter(([, value]) => value !== undefined && value !== null);
        note({ event: node.settings.event, properties });
        life.events.push({
          type: node.settings.event,
          timestamp: now,
          properties: Object.fromEntries(properties),
        });
        return 'out';
      }
      case 'change_consent': {
        const { categoryId, action, validDays } = node.settings;
        if (categoryId !== plainCategories.consent) return 'out';
        if (action === 'grant') life.consents.add(categoryId);
        else life.consents.delete(categoryId);
        note({
          consent: action,
          until: action === 'grant' && validDays !== null ? now + validDays * dayMs : null,
        });
        return 'out';
      }
      case 'now':
      case 'repeat':
      case 'on_event':
      case 'date_attribute':
      case 'api':
        return 'out';
    }
  };

  /** Goes on at a moment as far as they can; when they are held, gives until when. */
  return (life: PlainLife, now: number): number | null => {
    while (!life.isFinished) {
      const node = document.nodes.find(({ id }) => id === life.at);
      if (!node) throw new Error(`there is no node ${life.at}`);
      const outcome = act(node, life, now);
      if (typeof outcome === 'number') return outcome;
      if (typeof outcome === 'object') {
        life.path.push(`${node.id} ends: ${outcome.end}`);
        life.isFinished = true;
        return null;
      }
      life.path.push(`${node.id} ${outcome}`);
      const edge = document.edges.find(({ source, output }) => source === node.id && output === outcome);
      if (!edge) {
        life.isFinished = true;
        return null;
      }
      Object.assign(life, { at: edge.target, visit: life.visit + 1, reachedAt: now, due: null });
    }
    return null;
  };
};

/** The policy that plain messages count against: two in a day. */
export const plainPolicies = new Map([[plainPolicy, [{ most: 2, days: 1 }]]]);
