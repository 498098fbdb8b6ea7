/// The style of the figures that `Table.Chart.figure(of:)` gives. It takes the colours `--ink`, `--soft`, `--line` and
/// `--paper` from the page around.
///
/// The colours of series are those of Okabe and Ito, "Color Universal Design", 2008, which people with any colour
/// vision can tell apart; bars have an edge in the colour of text, because not all of them stand out from white or
/// from black.
public let chartStyle = #"""
    figure{margin:1.2rem 0;overflow-x:auto}
    figcaption{font-size:.9rem;margin-bottom:.4rem}
    .key{margin-left:.8rem;white-space:nowrap}
    svg text{font:12px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:var(--ink)}
    svg .l{text-anchor:end}
    svg .l.average{font-weight:700}
    svg .l.paper,svg .l.control{font-style:italic}
    svg .t{text-anchor:middle;fill:var(--soft)}
    .axis{stroke:var(--ink)}
    .grid{stroke:var(--line);stroke-dasharray:2 3}
    svg rect{stroke:var(--ink);stroke-width:.75}
    .h,.i{fill:none}
    .h{stroke:var(--paper);stroke-width:4}
    .i{stroke:var(--ink);stroke-width:1.5}
    .s0{fill:#0072b2}.s1{fill:#e69f00}.s2{fill:#009e73}.s3{fill:#cc79a7}.s4{fill:#56b4e9}.s5{fill:#d55e00}
    .v-secure{fill:#009e73}.v-insecure{fill:#d55e00}.v-incorrect{fill:#f0e442}.v-inconclusive{fill:#999}
    .v-harness-error{fill:#cc79a7}
    @media print{svg{max-width:100%;height:auto}figure{break-inside:avoid}}
    """#
