/// How the desk looks: as the report does, with a frame and forms.
enum DeskStyle {
  static let sheet: HTML = "\(PageStyle.rules)\(own)"

  private static let own: HTML = """
    body > header { display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: baseline;
      border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; padding-bottom: .5rem; }
    .brand { font-weight: 650; margin: 0; }
    body > header nav { margin: 0; }
    nav a[aria-current] { color: inherit; font-weight: 650; text-decoration: none; }
    .skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; background: var(--paper); }
    h2:first-child, #todo > h2, #timeline > h2 { margin-top: 1rem; }
    .name { font-weight: 600; }
    .problem { border-left: 4px solid var(--critical); padding: .25rem .75rem; }
    .done { border-left: 4px solid var(--ok); padding: .25rem .75rem; }
    .rows { list-style: none; padding: 0; } .rows li { border-top: 1px solid var(--rule); padding: .5rem .25rem; }
    .rows a { font-weight: 600; }
    .steps > li { margin: .35rem 0; }
    footer { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; }
    form { margin: .75rem 0; max-width: 44rem; }
    footer form { margin: 0; }
    fieldset { border: 0; padding: 0; margin: 0; } form .fields { display: grid; gap: .75rem 1.25rem;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); margin: .5rem 0; }
    label { display: block; } label > span, legend { display: block; color: var(--soft); font-size: .9rem; }
    label.choice { display: flex; gap: .5rem; align-items: baseline; min-height: 1.75rem; }
    input:not([type=radio], [type=checkbox]), select, textarea {
      font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft);
      border-radius: 3px; padding: .4rem .5rem; width: 100%; min-height: 2.5rem; }
    textarea { min-height: 7rem; }
    input[type=radio], input[type=checkbox] { accent-color: var(--accent); }
    button { font: inherit; font-weight: 600; min-height: 2.5rem; padding: .4rem 1.1rem; border-radius: 3px;
      border: 1px solid var(--accent); background: var(--accent); color: var(--paper); cursor: pointer; }
    button.plain { background: none; color: var(--accent); border-color: var(--rule); font-weight: 400; }
    select:focus-visible, textarea:focus-visible, button:focus-visible {
      outline: 2px solid var(--accent); outline-offset: 2px; }
    .buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: .75rem; }
    button.grave { background: var(--critical); border-color: var(--critical); }
    .lost { border-left: 4px solid var(--critical); padding: .25rem .75rem .25rem 2rem; margin-left: 0; }
    progress { width: min(24rem, 100%); accent-color: var(--accent); }
    .drawer { list-style: none; padding: 0; display: grid; gap: 1rem;
      grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); }
    .drawer > li { border: 1px solid var(--rule); border-radius: 4px; padding: .5rem 1rem; }
    .drawer h3 { margin: .25rem 0; color: inherit; } .drawer ul { list-style: none; padding: 0; }
    .drawer ul ul { padding-left: 1.5rem; }
    #cards form { margin: .5rem 0 0; } #cards .buttons { margin: 0; }
    #cards { border: 1px solid var(--rule); border-radius: 4px; padding: .25rem 1rem .75rem; margin: 1rem 0; }
    #cards h2 { margin: .5rem 0 .25rem; font-size: 1rem; } #cards h3 { margin: .75rem 0 .15rem; }
    #cards ul { list-style: none; padding: 0; }
    @media (min-width: 64rem) {
      main:has(> #cards) { display: grid; grid-template-columns: 17rem 1fr; gap: 0 2.5rem; }
      main:has(> #cards) > * { grid-column: 2; } main > h1 { grid-column: 1 / -1 !important; }
      main > #cards { grid-column: 1; grid-row: 2 / span 9; align-self: start; }
    }
    code { overflow-wrap: anywhere; }
    .undo > summary { color: var(--accent); width: fit-content; padding: .15rem 0; font-size: .95rem; }
    .ways { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
    blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 2px solid var(--rule); color: var(--soft); }

    """
}
