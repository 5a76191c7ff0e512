import {
  closeCompletion,
  completionKeymap,
  completionStatus,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyField, historyKeymap, isolateHistory } from '@codemirror/commands';
import { linter } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view';
import { fitCompletion } from '../completion/apply-completion.ts';
import type { CompletionData } from '../completion/completion-data.ts';
import { completionDataFacet, templateCompletion } from '../completion/completion-source.ts';
import { characterTooltip } from './character-tooltip.ts';
import { editorTheme } from './editor-theme.ts';
import { closeExplanation, explainByKey } from './explain-next.ts';
import { hiddenMarks } from './hidden-marks.ts';
import { lengthLimit } from './length-limit.ts';
import { marksExtension, linkBaseFacet } from './marks-extension.ts';
import { answerPasted, findPastedOffer, pastedField, type PastedOffer } from './pasted-text.ts';
import { templateBrackets } from './template-brackets.ts';
import { findTemplateDiagnostics } from './template-diagnostics.ts';
import { findTextChange } from './text-change.ts';

/** What of an editor may change while it is open. */
export interface MessageViewSettings {
  /** Its accessible name. */
  readonly label: string;
  /** The id of what says more about it. */
  readonly describedBy: string;
  readonly isReadOnly: boolean;
  /** What a template can name in this project. */
  readonly completionData: CompletionData;
  /** What its short links begin with; null: links stay as they are. */
  readonly linkBase: string | null;
}

/** An editor as it was left: its cursor, and what can be undone. */
export interface KeptView {
  readonly text: string;
  readonly state: unknown;
}

interface MessageViewInput {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly settings: MessageViewSettings;
  readonly onChange: (text: string) => void;
  /** What was pasted could cost less; null: no longer. */
  readonly onPastedOffer?: (offer: PastedOffer | null) => void;
  /** Goes on where an editor of the same text was left. */
  readonly kept?: KeptView | undefined;
}

/** An editor in the page. */
export interface MessageView {
  /** Shows a text that came from elsewhere; one that the editor gave itself is let pass. */
  readonly receive: (text: string) => void;
  /** Changes the text by the person's own hand, outside of the editor: one step that can be undone in it. */
  readonly write: (text: string) => void;
  /** Puts a text in at the cursor; `$0` in it is where the cursor then stands. */
  readonly insert: (text: string) => void;
  readonly answerPasted: (answer: 'replace' | 'keep') => void;
  readonly configure: (settings: MessageViewSettings) => void;
  /** Closes the list of completions or the explanation that is open; false when there is none. */
  readonly closeFloating: () => boolean;
  readonly keep: () => KeptView;
  readonly destroy: () => void;
}

const settingsExtension = ({
  label,
  describedBy,
  isReadOnly,
  completionData,
  linkBase,
}: MessageViewSettings): Extension => [
  linkBaseFacet.of(linkBase),
  EditorState.readOnly.of(isReadOnly),
  EditorView.contentAttributes.of({
    'aria-label': label,
    tabindex: '0',
    'aria-describedby': describedBy,
    ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
  }),
  completionDataFacet.of(completionData),
];

const fixedExtensions: Extension = [
  history(),
  templateBrackets,
  // Tab is not among these keys: it moves on to the next control, as everywhere else on the page.
  keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
  EditorView.lineWrapping,
  EditorView.perLineTextDirection.of(true),
  hiddenMarks,
  placeholder('Hi {{ customer.first_name }}, your order is on its way.'),
  marksExtension,
  pastedField,
  characterTooltip,
  explainByKey,
  linter((view) => findTemplateDiagnostics(view.state.doc.toString()), { delay: 150 }),
  templateCompletion,
  tooltips({ position: 'fixed' }),
  lengthLimit,
  editorTheme,
];

const keptFields = { history: historyField };

const createState = ({ text, kept }: MessageViewInput, extensions: Extension): EditorState => {
  if (kept?.text !== text) return EditorState.create({ doc: text, extensions });
  return EditorState.fromJSON(kept.state, { extensions }, keptFields);
};

/** Opens an editor for one message. */
export const createMessageView = (input: MessageViewInput): MessageView => {
  const { parent, settings, onChange, onPastedOffer } = input;
  // Texts given to the caller and not seen back yet: the page may lag behind the keys, and must not undo them.
  let given: string[] = [];
  let shown = '';
  const compartment = new Compartment();
  const extensions: Extension = [
    fixedExtensions,
    compartment.of(settingsExtension(settings)),
    EditorView.updateListener.of((update) => {
      const { docChanged, state, startState, transactions } = update;
      if (state.field(pastedField) !== startState.field(pastedField))
        onPastedOffer?.(findPastedOffer(update));
      if (!docChanged) return;
      shown = state.doc.toString();
      if (transactions.some((one) => one.annotation(Transaction.remote))) return;
      given = [...given, shown];
      onChange(shown);
    }),
  ];
  const view = new EditorView({ parent, state: createState(input, extensions) });
  // Read back: it has one kind of line breaks.
  shown = view.state.doc.toString();

  return {
    receive: (received) => {
      const seen = given.lastIndexOf(received);
      if (seen >= 0) {
        given = given.slice(seen + 1);
        return;
      }
      given = [];
      const changes = findTextChange(shown, received.replaceAll(/\r\n?/g, '\n'));
      if (!changes) return;
      view.dispatch({
        changes,
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      });
    },
    write: (written) => {
      const changes = findTextChange(shown, written);
      if (changes) view.dispatch({ changes, annotations: isolateHistory.of('full') });
    },
    insert: (inserted) => {
      const { from, to } = view.state.selection.main;
      const whole = inserted.includes('$0') ? inserted : `${inserted}$0`;
      const { text: fitted, cursor } = fitCompletion(whole, { before: '', after: '' });
      view.dispatch({
        changes: { from, to, insert: fitted },
        selection: { anchor: from + cursor },
        annotations: isolateHistory.of('full'),
        userEvent: 'input.complete',
        scrollIntoView: true,
      });
      view.focus();
      // Where a name has to follow, the names are offered at once.
      if (fitted.slice(0, cursor).endsWith('.')) startCompletion(view);
    },
    answerPasted: (answer) => answerPasted(view, answer),
    configure: (changed) => view.dispatch({ effects: compartment.reconfigure(settingsExtension(changed)) }),
    closeFloating: () => {
      // One that is only being looked for is not seen: giving it up is no answer to a key.
      const isSeen = completionStatus(view.state) === 'active';
      closeCompletion(view);
      return closeExplanation(view) || isSeen;
    },
    keep: () => ({ text: shown, state: view.state.toJSON(keptFields) }),
    destroy: () => view.destroy(),
  };
};
