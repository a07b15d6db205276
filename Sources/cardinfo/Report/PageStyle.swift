/// How pages look: one sheet, with the system's fonts, for light and dark, a phone's width and paper.
enum PageStyle {
  /// The rules, as they stand in a page of their own.
  static let rules: HTML = """
    :root {
      --paper: #fff; --panel: #f5f5f2; --ink: #1d1f22; --soft: #595e66; --rule: #d9dad6;
      --accent: #1b5e8c; --ok: #2c6a3d; --warning: #7d5200; --critical: #a8231b; --unknown: #595e66;
      --before: 30; --span: 400;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181b; --panel: #1f2226; --ink: #e6e6e2; --soft: #a9aeb6; --rule: #363b41;
        --accent: #8dc4ec; --ok: #8fd0a1; --warning: #ecc068; --critical: #ff9d93; --unknown: #a9aeb6;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; max-width: 76rem;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC",
        "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
      overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
    }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; font-weight: 650; }
    h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; font-weight: 650; }
    h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; font-weight: 650; color: var(--soft); }
    h4 { font-size: .95rem; margin: 1.25rem 0 .3rem; font-weight: 650; }
    p, ul, ol, dl { margin: .3rem 0; }
    a { color: var(--accent); text-underline-offset: .18em; }
    a:focus-visible, summary:focus-visible, input:focus-visible, [tabindex]:focus-visible {
      outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px;
    }
    .soft { color: var(--soft); }
    .sums { font-size: 1.1rem; }
    header .soft { font-size: .9rem; }
    nav { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin-top: 1rem; }
    nav a { padding: .25rem 0; }
    .unseen { position: absolute; }
    .mark { display: inline-block; width: 1.25em; text-align: center; flex: none; }
    .ok { color: var(--ok); } .warning { color: var(--warning); }
    .critical { color: var(--critical); } .unknown { color: var(--unknown); }

    .todo, .spans, .legend { list-style: none; padding: 0; }
    .todo > li { border-top: 1px solid var(--rule); content-visibility: auto; contain-intrinsic-size: auto 3rem; }
    .todo > li:last-child { border-bottom: 1px solid var(--rule); }
    .row {
      display: grid; grid-template-columns: 1.5rem 12.5rem minmax(10rem, 1.2fr) minmax(10rem, 1.5fr);
      gap: 0 .75rem; padding: .6rem .25rem; align-items: baseline;
    }
    summary { cursor: pointer; }
    summary.row { list-style: none; }
    summary.row::-webkit-details-marker { display: none; }
    summary.row .what::after { content: " +"; color: var(--soft); float: right; padding-left: .5rem; }
    details[open] > summary.row .what::after { content: " –"; }
    summary:hover { background: var(--panel); }
    .row .who { font-weight: 600; } .who .soft { font-weight: 400; }
    .row .when .soft { white-space: nowrap; }
    .how { padding: .25rem .25rem 1rem 2.5rem; max-width: 46rem; }
    div.row + .how { padding-top: 0; padding-bottom: .4rem; }
    .first { border-left: 3px solid var(--accent); padding-left: .75rem; margin: .5rem 0; }
    .steps { padding-left: 1.5rem; } .steps > li { margin: .35rem 0; }
    .qr > summary { color: var(--accent); width: fit-content; padding: .15rem 0; font-size: .95rem; }
    .qr svg { display: block; width: 11rem; height: 11rem; margin: .25rem 0 .5rem; border: 1px solid var(--rule); }

    .scale { border: 0; padding: 0; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
    .scale legend { float: left; padding: .3rem 1rem 0 0; color: var(--soft); }
    .scale label { padding: .3rem 0; cursor: pointer; }
    .scale input { accent-color: var(--accent); margin: 0 .4rem 0 0; vertical-align: -1px; }
    .legend { display: flex; flex-wrap: wrap; gap: .1rem 1.4rem; font-size: .9rem; color: var(--soft); }
    .legend li { display: flex; align-items: center; gap: .5rem; }
    .legend .bar { position: static; display: inline-block; width: 2.2rem; transform: none; }
    .legend .now { border-left: 2px solid var(--accent); height: 1em; }
    section:has(#scale-month:checked) { --before: 8; --span: 46; }
    section:has(#scale-week:checked) { --before: 2; --span: 17; }
    section:has(#scale-week:checked) .axis b.week, section:has(#scale-month:checked) .axis b.month,
    section:has(#scale-year:checked) .axis b.year { display: block; }
    .timeline { margin-top: .75rem; }
    .span, .axis {
      display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr 15rem; gap: 0 1rem; align-items: center;
    }
    .axis .track { grid-column: 2; height: 1.6rem; }
    .span { border-top: 1px solid var(--rule); min-height: 2.4rem; padding: .2rem 0;
      content-visibility: auto; contain-intrinsic-size: auto 2.4rem; }
    .span .who { color: inherit; text-decoration: none; display: flex; gap: .4rem; padding: .15rem 0; }
    .span .who:hover bdi { text-decoration: underline; }
    .span .state { font-size: .9rem; line-height: 1.35; } .state .day { white-space: nowrap; }
    .track { position: relative; height: 1.7rem; overflow: hidden; }
    .span .track::after, .axis .track::after {
      content: ""; position: absolute; top: 0; bottom: 0; width: 2px; background: var(--accent);
      left: calc(var(--before) / var(--span) * 100%);
    }
    .axis b {
      display: none; position: absolute; bottom: 0; font-size: .8rem; font-weight: 400; color: var(--soft);
      white-space: nowrap; padding-left: .3rem; border-left: 1px solid var(--rule); line-height: 1.5;
      left: calc((var(--a) + var(--before)) / var(--span) * 100%);
    }
    .bar {
      position: absolute; left: calc((var(--a) + var(--before)) / var(--span) * 100%);
      width: max(3px, calc((var(--b) - var(--a)) / var(--span) * 100%));
      top: .35rem; height: .6rem; background: currentColor; border-radius: 1px;
    }
    .bar:not(.ok, .warning, .critical, .unknown, .over) { color: var(--soft); }
    .bar.over { color: var(--soft); background: none; border: 1px solid currentColor; }
    .bar.pack { top: 1.15rem; height: .25rem; }
    .bar.balance { top: 1.1rem; height: .3rem; background: repeating-linear-gradient(90deg, currentColor 0 4px, transparent 4px 7px); }
    .bar.activationWindow, .bar.profileDownload { background: none; border: 2px dashed currentColor; }
    .bar.grace {
      background: repeating-linear-gradient(135deg, currentColor 0 2px, transparent 2px 6px);
      border: 1px solid currentColor; border-left: 0;
    }

    details.line { border-top: 1px solid var(--rule); content-visibility: auto; contain-intrinsic-size: auto 2.9rem; }
    details.line > summary { padding: .55rem .25rem; }
    details.line > summary .who { font-weight: 600; } details.line > summary .what { color: var(--soft); }
    .card { padding: 0 .25rem 1.5rem 1.5rem; max-width: 52rem; scroll-margin-top: 4rem; }
    .card ul { padding-left: 1.25rem; } .card li { margin: .2rem 0; }
    dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .15rem 1.25rem; }
    dt { color: var(--soft); } dd { margin: 0; }
    .history { list-style: none; padding: 0; } .history li { margin: .45rem 0; padding-left: .75rem; border-left: 2px solid var(--rule); }
    .history time { color: var(--soft); }
    h3::first-letter, h4::first-letter, dt::first-letter, th::first-letter { text-transform: uppercase; }
    /* A name is written as it is. */
    h3:has(bdi)::first-letter { text-transform: none; }
    table { border-collapse: collapse; }
    th, td { text-align: left; padding: .3rem 1.5rem .3rem 0; border-top: 1px solid var(--rule); vertical-align: baseline; font-weight: 400; overflow-wrap: normal; }
    thead th { color: var(--soft); border-top: 0; }
    .wide { overflow-x: auto; } .wide table { min-width: 32rem; }
    footer { margin-top: 3rem; font-size: .9rem; }

    @media (max-width: 46rem) {
      .row { grid-template-columns: 1.5rem 1fr; }
      .row .mark { grid-row: 1; } .row .when, .row .who, .row .what { grid-column: 2; }
      .how { padding-left: 2.25rem; }
      .span { grid-template-columns: 1fr auto; padding: .5rem 0; contain-intrinsic-size: auto 4.5rem; }
      .span .track { grid-column: 1 / -1; grid-row: 2; }
      .span .state { text-align: right; max-width: 11rem; }
      .axis { grid-template-columns: 1fr; } .axis .track { grid-column: 1; }
      .axis b.year:nth-of-type(even), .axis b.week:nth-of-type(even), .axis b.month:nth-of-type(even) { border-left-color: transparent; color: transparent; }
      dl { grid-template-columns: minmax(5.5rem, max-content) 1fr; }
      .card { padding-left: .25rem; }
    }
    @media print {
      @page { size: A4; margin: 15mm; }
      :root {
        --paper: #fff; --panel: #fff; --ink: #000; --soft: #333; --rule: #bbb; --accent: #000;
        --ok: #000; --warning: #000; --critical: #000; --unknown: #000;
      }
      body { font-size: 9.5pt; padding: 0; max-width: none; }
      nav, .scale, .qr > summary { display: none; }
      .bar, .track::after, .legend i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .bar.ok { background: #777; }
      .span { grid-template-columns: 9rem 1fr 11rem; }
      .todo > li, .span, details.line { content-visibility: visible; break-inside: avoid; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      summary.row .what::after { content: none; }
      .todo .how { display: none; }
      .qr svg { width: 3cm; height: 3cm; }
      a { color: inherit; text-decoration: none; }
      #summary { break-inside: avoid; }
    }
    """
}
