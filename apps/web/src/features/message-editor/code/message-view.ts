import { closeCompletion, completionKeymap, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { linter } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, placeholder, tooltips } from '@codemirror/view';
import { characterTooltip } from './character-tooltip.ts';
import { attributesFacet, templateCompletion } from './completion-source.ts';
import { editorTheme } from './editor-theme.ts';
import { lengthLimit } from './length-limit.ts';
import { marksExtension } from './marks-extension.ts';
import { findTemplateDiagnostics } from './template-diagnostics.ts';
import { findTextChange } from './text-change.ts';

/** What of an editor may change while it is open. */
export interface MessageViewSettings {
  /** Its accessible name. */
  readonly label: string;
  /** The id of what says more about it. */
  readonly describedBy: string;
  readonly isReadOnly: boolean;
  /** Of the previewed customer, for completion. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

interface MessageViewInput {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly settings: MessageViewSettings;
  readonly onChange: (text: string) => void;
}

/** An editor in the page. */
export interface MessageView {
  /** Shows a text that came from elsewhere; one that the editor gave itself is let pass. */
  readonly receive: (text: string) => void;
  /** Changes the text by the person's own hand, outside of the editor: one step that can be undone in it. */
  readonly write: (text: string) => void;
  readonly configure: (settings: MessageViewSettings) => void;
  /** Closes the list of completions; false when there is none. */
  readonly closeCompletions: () => boolean;
  readonly destroy: () => void;
}

const settingsExtension = ({
  label,
  describedBy,
  isReadOnly,
  attributes,
}: MessageViewSettings): Extension => [
  EditorState.readOnly.of(isReadOnly),
  EditorView.contentAttributes.of({
    'aria-label': label,
    tabindex: '0',
    'aria-describedby': describedBy,
    ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
  }),
  attributesFacet.of(attributes),
];

const fixedExtensions: Extension = [
  history(),
  // Tab is not among these keys: it moves on to the next control, as everywhere else on the page.
  keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
  EditorView.lineWrapping,
  highlightSpecialChars(),
  placeholder('Hi {{ customer.first_name }}, your order is on its way.'),
  marksExtension,
  characterTooltip,
  linter((view) => findTemplateDiagnostics(view.state.doc.toString()), { delay: 150 }),
  templateCompletion,
  tooltips({ position: 'fixed' }),
  lengthLimit,
  editorTheme,
];

/** Opens an editor for one message. */
export const createMessageView = ({ parent, text, settings, onChange }: MessageViewInput): MessageView => {
  // Texts given to the caller and not seen back yet: the page may lag behind the keys, and must not undo them.
  let given: string[] = [];
  const compartment = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        fixedExtensions,
        compartment.of(settingsExtension(settings)),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          if (!docChanged || transactions.some((one) => one.annotation(Transaction.remote))) return;
          const changed = state.doc.toString();
          given = [...given, changed];
          onChange(changed);
        }),
      ],
    }),
  });

  return {
    receive: (received) => {
      const seen = given.lastIndexOf(received);
      if (seen >= 0) {
        given = given.slice(seen + 1);
        return;
      }
      given = [];
      const changes = findTextChange(view.state.doc.toString(), received.replaceAll(/\r\n?/g, '\n'));
      if (!changes) return;
      view.dispatch({
        changes,
        annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)],
      });
    },
    write: (written) => {
      const changes = findTextChange(view.state.doc.toString(), written);
      if (changes) view.dispatch({ changes, annotations: isolateHistory.of('full') });
    },
    configure: (changed) => view.dispatch({ effects: compartment.reconfigure(settingsExtension(changed)) }),
    closeCompletions: () => {
      // One that is only being looked for is not seen: giving it up is no answer to a key.
      const isSeen = completionStatus(view.state) === 'active';
      closeCompletion(view);
      return isSeen;
    },
    destroy: () => view.destroy(),
  };
};
