// The editor of the query page. Without it the page is a plain form, whose text area it replaces; the form is sent as it is.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, pickedCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { EditorState, StateField } from "@codemirror/state";
import { Decoration, EditorView, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

const KEYWORDS = ["SELECT", "CONSTRUCT", "ASK", "DESCRIBE", "DISTINCT", "WHERE", "OPTIONAL", "UNION", "FILTER", "BIND", "VALUES", "MINUS",
  "GRAPH", "GROUP BY", "HAVING", "ORDER BY", "LIMIT", "OFFSET", "COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT", "FILTER NOT EXISTS"]
  .map(label => ({ label, type: "keyword", boost: -2 }));

const WORD = /[^\s{}()[\].;,<>"'?$|/^=!&+*#]*/;

/** Names of terms, and their labels in both languages; each leads to the term's name. */
function options(known, language) {
  return known.terms.flatMap(term => {
    const option = (label, boost) => ({
      label,
      displayLabel: label === term.name ? label : `${label}  ${term.name}`,
      detail: label === term.name ? term[language] ?? "" : "",
      type: term.kind,
      boost,
      apply: (view, picked, from, to) => insert(view, picked, from, to, term.name, known.prefixes),
    });
    const labels = new Set([term.ja, term.en].filter(Boolean));
    return [option(term.name, term.count > 0 ? 1 : 0), ...[...labels].map(label => option(label, -1))];
  });
}

/** Inserts the name of a term, and declares its prefix if the query does not. */
function insert(view, picked, from, to, name, prefixes) {
  const prefix = name.slice(0, name.indexOf(":"));
  const declared = new RegExp(`\\bPREFIX\\s+${prefix}:`, "i").test(view.state.doc.toString());
  const changes = view.state.changes([
    { from, to, insert: name },
    ...(declared ? [] : [{ from: 0, insert: `PREFIX ${prefix}: <${prefixes[prefix]}>\n` }]),
  ]);
  view.dispatch({
    changes,
    selection: { anchor: changes.mapPos(to, 1) },
    scrollIntoView: true,
    userEvent: "input.complete",
    annotations: pickedCompletion.of(picked),
  });
}

/** Completion of prefixes after PREFIX, of variables after ?, else of terms and keywords; after «a» only of classes. */
function completion(known, language) {
  const terms = options(known, language);
  const classes = terms.filter(term => term.type === "class");
  const prefixes = Object.entries(known.prefixes)
    .map(([prefix, iri]) => ({ label: `${prefix}:`, detail: iri, type: "namespace", apply: `${prefix}: <${iri}>` }));
  return context => {
    if (/^(Comment|String)/.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) {
      return null;
    }
    const variable = context.matchBefore(/[?$]\w*/);
    if (variable) {
      const used = new Set(context.state.doc.toString().match(/[?$]\w+/g) ?? []);
      used.delete(variable.text);
      return { from: variable.from, options: [...used].map(label => ({ label, type: "variable" })), validFor: /^[?$]\w*$/ };
    }
    const word = context.matchBefore(WORD);
    if (!context.explicit && word.from === word.to) {
      return null;
    }
    const line = context.state.doc.lineAt(context.pos);
    const lead = line.text.slice(0, word.from - line.from);
    const choice = /\bPREFIX\s+$/i.test(lead) ? prefixes : /(^|\s)(a|rdf:type)\s+$/.test(lead) ? classes : [...terms, ...KEYWORDS];
    return { from: word.from, options: choice, validFor: new RegExp(`^${WORD.source}$`) };
  };
}

/** Marks the line of a syntax error, and the word in it, until the line is edited. */
function mark(line, column, length) {
  return StateField.define({
    create(state) {
      if (!(line >= 1 && line <= state.doc.lines)) {
        return Decoration.none;
      }
      const at = state.doc.line(line);
      const from = at.from + Math.max(0, Math.min(column - 1, at.length));
      const to = Math.min(from + length, at.to);
      return Decoration.set([
        Decoration.line({ class: "wrong-line" }).range(at.from),
        ...(to > from ? [Decoration.mark({ class: "wrong" }).range(from, to)] : []),
      ]);
    },
    update: (marks, change) => marks.map(change.changes),
    provide: field => EditorView.decorations.from(field),
  });
}

function editor(area, nonce) {
  const form = area.form;
  const language = document.documentElement.lang;
  const line = Number(area.dataset.line);
  const column = Number(area.dataset.column);
  const known = { prefixes: {}, terms: [] };
  let complete = completion(known, language);
  fetch(area.dataset.terms).then(answer => answer.ok ? answer.json() : known).then(terms => { complete = completion(terms, language); }).catch(() => {});
  const described = area.getAttribute("aria-describedby");
  const view = new EditorView({
    state: EditorState.create({
      doc: area.value,
      extensions: [
        EditorView.cspNonce.of(nonce),
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        sparql(),
        syntaxHighlighting(classHighlighter),
        autocompletion({ override: [context => complete(context)], icons: false }),
        mark(line, column, Number(area.dataset.length)),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": area.dataset.label,
          tabindex: "0",
          ...(described ? { "aria-describedby": described } : {}),
          ...(line ? { "aria-invalid": "true" } : {}),
        }),
        keymap.of([
          { key: "Mod-Enter", run: () => { form.requestSubmit(); return true; } },
          ...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap,
        ]),
        EditorView.updateListener.of(update => {
          if (update.docChanged) {
            area.value = update.state.doc.toString();
          }
        }),
      ],
    }),
  });
  area.hidden = true;
  document.getElementById("keys").hidden = false;
  area.before(view.dom);
  if (line) {
    const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
    view.dispatch({ selection: { anchor: at.from + Math.min(Math.max(0, column - 1), at.length) }, scrollIntoView: true });
    view.focus();
  }
  return view;
}

/** An example fills the editor in place of loading the page; what was there returns by undoing. */
function examples(view) {
  for (const link of document.querySelectorAll("a.example")) {
    link.addEventListener("click", async event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) {
        return;
      }
      event.preventDefault();
      const page = await fetch(link.href, { headers: { Accept: "text/html" } });
      const text = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("textarea").value;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true });
      view.focus();
      view.dom.scrollIntoView({ block: "nearest" });
    });
  }
}

/** A button beside each text that is meant to be copied, where the browser lets pages write to the clipboard. */
function copying() {
  if (!navigator.clipboard) {
    return;
  }
  for (const source of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = source.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.textContent = source.dataset.copied;
      setTimeout(() => { button.textContent = source.dataset.copy; }, 2000);
    });
    source.after(button);
  }
}

examples(editor(document.querySelector("textarea[name=query]"), document.currentScript.nonce));
copying();
