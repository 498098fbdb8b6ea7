import Foundation

/// The values that a chart's width stands for, and where it is marked.
struct ChartAxis {
    let lowest: Double
    let highest: Double
    let ticks: [Double]
    private let isSigned: Bool

    /// Shares always run from 0 to 1 and CodeBLEU from 0 to 100, so that two charts can be compared by eye; a
    /// difference has as much room below 0 as above. Values outside, which no figure of ours has, lengthen the axis.
    ///
    /// - Parameter values: all that is drawn, ends of intervals included.
    init(_ scale: Table.Chart.Scale, _ values: [Double]) {
        let whole: Double =
            switch scale {
            case .share, .shareDifference: 1
            case .codeBLEU, .codeBLEUDifference: 100
            }
        switch scale {
        case .share, .codeBLEU:
            let step = whole / 5
            let start = min(0, ((values.min() ?? 0) / step).rounded(.down) * step)
            let end = max(whole, ((values.max() ?? 0) / step).rounded(.up) * step)
            (lowest, highest, isSigned) = (start, end, false)
            ticks = (0...5).map { start + (end - start) * Double($0) / 5 }
        case .shareDifference, .codeBLEUDifference:
            let most = values.map(abs).max() ?? 0
            let limit = [0.1, 0.2, 0.5, 1].map { whole * $0 }.first { $0 >= most } ?? most
            (lowest, highest, isSigned) = (-limit, limit, true)
            ticks = [-1, -0.5, 0, 0.5, 1].map { $0 * limit }
        }
    }

    /// From 0 at the left end to 1 at the right.
    func share(of value: Double) -> Double {
        (value - lowest) / (highest - lowest)
    }

    func label(_ tick: Double) -> String {
        // A sum of floating-point steps may miss zero by a little.
        abs(tick) < (highest - lowest) / 1e6 ? "0" : String(format: isSigned ? "%+g" : "%g", tick)
    }
}
