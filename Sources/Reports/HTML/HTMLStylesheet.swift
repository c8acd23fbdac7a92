/// The one style sheet of every page. Colours meet WCAG 2.2's contrast of 4.5 : 1 for text in both schemes.
let htmlStylesheet = """
  :root {
    color-scheme: light dark;
    --paper: #fdfcfa; --ink: #1f2328; --soft: #5b626b; --line: #d5d2cb; --line-strong: #8d8a83; --panel: #f4f2ed;
    --accent: #0b5a8a; --caution: #8a5300; --error: #a8201a; --possible: #fbf3df;
    --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Cambria, Georgia, serif;
    --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif;
    --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #16191d; --ink: #e4e2dd; --soft: #a4a9b0; --line: #363b42; --line-strong: #747b84; --panel: #1f2429;
      --accent: #7cc0ec; --caution: #e5b15c; --error: #ff9b91; --possible: #2a2619;
    }
  }
  * { box-sizing: border-box; }
  html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body { margin: 0; font: 1.0625rem/1.6 var(--serif); overflow-wrap: anywhere; }
  main { max-width: 46rem; margin: 0 auto; padding: 3.5rem 1.5rem 5rem; }
  header { margin-bottom: 2.5rem; padding-bottom: 1.25rem; border-bottom: 2px solid var(--ink); }
  h1, h2, h3, h4, h5, h6 { font-family: var(--sans); line-height: 1.25; margin: 2.25em 0 0.6em; text-wrap: balance; break-after: avoid; }
  h1 { font-size: 2rem; letter-spacing: -0.015em; margin-top: 0; }
  h2 { font-size: 1.375rem; letter-spacing: -0.01em; }
  h3 { font-size: 1.125rem; }
  h4, h5, h6 { font-size: 1rem; color: var(--soft); }
  header h1 { margin-bottom: 0.2em; }
  .subtitle { margin: 0; font-size: 1.1875rem; color: var(--soft); }
  p, ul, ol, dl, pre, figure { margin: 0 0 1.1em; }
  p { hyphens: auto; }
  li { margin: 0.25em 0; }
  a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
  a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
  hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0; }
  q { quotes: "“" "”" "‘" "’"; }
  code, pre { font-family: var(--mono); font-size: 0.875em; font-variant-ligatures: none; }
  code { background: var(--panel); padding: 0.1em 0.3em; border-radius: 3px; }
  pre { background: var(--panel); border: 1px solid var(--line); border-radius: 4px; padding: 0.8em 1em; line-height: 1.5; white-space: pre-wrap; }
  pre code { background: none; padding: 0; font-size: 1em; }

  .value { font-variant-numeric: lining-nums tabular-nums; }
  .value.uncertain { text-decoration: underline dotted var(--line-strong) 0.09em; text-underline-offset: 0.22em; cursor: help; }
  .unit { color: var(--soft); font-weight: 400; }
  .keyword { font-family: var(--sans); font-size: 0.92em; font-weight: 600; }
  .absent { color: var(--soft); font-style: italic; }
  .conflict { color: var(--error); font-weight: 700; margin-left: 0.2em; text-decoration: none; cursor: help; }
  .soft { text-decoration: none; cursor: help; }
  .mark { font: 600 0.68em/0 var(--sans); vertical-align: super; margin-left: 0.12em; white-space: nowrap; }
  .mark a { text-decoration: none; padding: 0.3em 0.1em; }
  .mark a:hover { text-decoration: underline; }

  .facts { font-family: var(--sans); font-size: 0.9375rem; line-height: 1.5; border-top: 1px solid var(--line); }
  .facts > div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; column-gap: 1.5rem; padding: 0.45em 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
  .facts dt { grid-column: 1; color: var(--soft); }
  .facts dd { grid-column: 2; margin: 0; }

  .table { margin: 1.75em 0; font-family: var(--sans); font-size: 0.9375rem; line-height: 1.45; }
  .scroll { overflow-x: auto; }
  @media (min-width: 68rem) { .table.wide { margin-left: -9rem; margin-right: -9rem; } }
  table { border-collapse: collapse; width: 100%; border-bottom: 1px solid var(--line-strong); overflow-wrap: break-word; }
  caption, .caption { text-align: left; font-weight: 600; font-size: 1rem; padding: 0 0 0.6em; margin: 0; }
  th, td { text-align: left; vertical-align: baseline; padding: 0.5em 1.1em 0.5em 0; border-top: 1px solid var(--line); font-weight: 400; }
  th:last-child, td:last-child { padding-right: 0; }
  thead th, thead td { vertical-align: bottom; font-weight: 600; font-size: 0.875rem; border-top: 1px solid var(--line-strong); border-bottom: 1px solid var(--line-strong); }
  tbody th[scope=row] { font-weight: 500; }
  .numeric, .trailing { text-align: right; }
  tbody .numeric { white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
  .center { text-align: center; }
  .rowmark { color: var(--caution); font-size: 0.875em; white-space: nowrap; }
  .possible tr { background: var(--possible); }
  .possible th:first-child, .possible td:first-child { padding-left: 0.6em; border-left: 3px solid var(--caution); }
  .possible td:last-child { padding-right: 0.6em; }
  tr.band th { color: var(--caution); font-weight: 600; font-size: 0.875rem; }
  figcaption { margin-top: 0.7em; color: var(--soft); font-size: 0.875rem; }
  figcaption p { margin: 0.15em 0; }

  .tree, .tree ul { list-style: none; padding: 0; }
  .tree { font-family: var(--sans); font-size: 0.9375rem; line-height: 1.5; }
  .tree ul { margin: 0 0 0 0.35em; }
  .tree ul > li { position: relative; margin: 0; padding: 0.15em 0 0.15em 1.4em; border-left: 1px solid var(--line-strong); }
  .tree ul > li:last-child { border-left-color: transparent; }
  .tree ul > li::before { content: ""; position: absolute; left: -1px; top: 0; width: 1em; height: 0.95em; border-left: 1px solid var(--line-strong); border-bottom: 1px solid var(--line-strong); }
  .level { color: var(--soft); }

  .remark { font-family: var(--sans); font-size: 0.9375rem; line-height: 1.5; padding: 0.65em 0.9em; border-left: 3px solid var(--line-strong); background: var(--panel); }
  .remark .kind { text-transform: capitalize; }
  .remark.caution { border-left-color: var(--caution); }
  .remark.caution .kind { color: var(--caution); }
  .remark.error { border-left-color: var(--error); }
  .remark.error .kind { color: var(--error); }

  .notes, .bibliography, .colophon { margin-top: 3rem; padding-top: 0.1rem; border-top: 1px solid var(--line-strong); font-size: 0.9375rem; line-height: 1.5; }
  .notes h2, .bibliography h2, .colophon h2, .notes h1, .bibliography h1, .colophon h1 { font-size: 1.125rem; letter-spacing: 0; margin-top: 1em; }
  .notes ol { padding-left: 2.2em; }
  .notes li::marker { font-family: var(--sans); font-size: 0.875em; color: var(--soft); font-variant-numeric: tabular-nums; }
  .notes li:target { background: var(--possible); }
  .mark a:target { background: var(--possible); outline: 2px solid var(--caution); }
  .back { text-decoration: none; font-family: var(--sans); white-space: nowrap; padding: 0 0.15em; }
  .back sup { font-size: 0.7em; line-height: 0; }
  .bibliography ul { list-style: none; padding: 0; }
  .bibliography li { padding-left: 2em; text-indent: -2em; }
  .colophon { color: var(--soft); }
  .colophon .facts { font-size: 0.875rem; }

  @media (max-width: 40rem) {
    main { padding: 2rem 1.1rem 3.5rem; }
    h1 { font-size: 1.625rem; }
    .facts > div { display: block; }
    .facts dt { font-size: 0.875rem; }
    table, tbody, tr, th, td { display: block; }
    caption { display: block; }
    thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    tbody tr { padding: 0.6em 0; border-top: 1px solid var(--line-strong); }
    tbody th, tbody td { display: grid; grid-template-columns: minmax(6rem, 38%) 1fr; column-gap: 1rem; padding: 0.15em 0; border: 0; text-align: left; }
    tbody [data-label]::before { content: attr(data-label); color: var(--soft); font-weight: 400; font-size: 0.875rem; }
    tbody .numeric, tbody .trailing, tbody .center { white-space: normal; text-align: left; }
    tbody th:not([data-label]), tbody td:not([data-label]) { display: block; }
    .possible tr { padding: 0.6em; border-left: 3px solid var(--caution); }
    .possible th:first-child, .possible td:first-child { padding-left: 0; border-left: 0; }
  }
  @media print {
    :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --line-strong: #666; --panel: #f4f4f4; --accent: #000; --possible: #f6f6f6; }
    @page { margin: 2.2cm 2cm; }
    body { font-size: 10.5pt; }
    main { max-width: none; padding: 0; }
    a { text-decoration: none; }
    .scroll { overflow: visible; }
    .table.wide { margin-left: 0; margin-right: 0; }
    thead { display: table-header-group; }
    tr, li, .remark { break-inside: avoid; }
    .back { display: none; }
  }

  """
