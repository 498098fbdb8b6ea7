import EvaluationCore
import Foundation

/// Everything in full precision, for programs:
///
///     {"runs": [{"name", "path", "model", "provenance", …}],
///      "traces": {"t1": {"run": 0, "task": "generate", "samples": ["CWE-20_01", …], "attempts": 2}, …},
///      "tables": [{"id", "title", "columns": […], "notes": […],
///                  "rows": [{"id", "kind", "cells": {"sec@1": {"value": 0.5, "lower", "upper", "trace": "t1"}}}]}]}
///
/// A trace names the attempts behind a figure: those of the run (by its position in `runs`) and task at these samples
/// whose index is below `attempts`.
public struct JSONRenderer: TableRenderer {
    public init() {}

    public func render(_ tables: [Table], of study: Study) -> String {
        var traces = TraceNames()
        let tables = tables.map { TableForm($0, &traces) }
        let document = Document(
            runs: zip(study.names, study.runs).map {
                RunForm(name: $0, path: $1.path, plan: $1.plan, provenance: $1.provenance)
            },
            traces: traces.byName.mapValues { $0 }, tables: tables)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        // Only values of this module: nothing that could fail to encode.
        let data = (try? encoder.encode(document)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private struct TraceNames {
        var names: [Trace: String] = [:]
        var byName: [String: Trace] = [:]

        mutating func name(_ trace: Trace) -> String {
            if let name = names[trace] { return name }
            let name = "t\(names.count + 1)"
            names[trace] = name
            byName[name] = trace
            return name
        }
    }

    private struct Document: Encodable {
        var runs: [RunForm]
        var traces: [String: Trace]
        var tables: [TableForm]
    }

    private struct RunForm: Encodable {
        var name: String
        var path: String
        var plan: Plan
        var provenance: Provenance
    }

    private struct TableForm: Encodable {
        var id: String
        var title: String
        var columns: [ColumnForm]
        var rows: [RowForm]
        var notes: [String]

        init(_ table: Table, _ traces: inout TraceNames) {
            (id, title, notes) = (table.id, table.title, table.notes)
            columns = table.columns.map { ColumnForm(id: $0.id, header: $0.header, group: $0.group) }
            rows = table.rows.map { row in
                var cells: [String: CellForm] = [:]
                for (column, cell) in zip(table.columns, row.cells) { cells[column.id] = CellForm(cell, &traces) }
                return RowForm(id: row.id, kind: row.kind, cells: cells)
            }
        }
    }

    private struct ColumnForm: Encodable {
        var id: String
        var header: String
        var group: String?
    }

    private struct RowForm: Encodable {
        var id: String
        var kind: Table.Row.Kind
        var cells: [String: CellForm]
    }

    private struct CellForm: Encodable {
        var value: Value?
        var lower: Double?
        var upper: Double?
        var notes: [String]?
        var trace: String?

        init(_ cell: Cell, _ traces: inout TraceNames) {
            value =
                switch cell.value {
                case .text(let text): .text(text)
                case .number(let number): .number(number)
                case .count(let count): .count(count)
                case .none: nil
                }
            lower = cell.interval?.lower
            upper = cell.interval?.upper
            notes = cell.notes.isEmpty ? nil : cell.notes
            trace = cell.trace.map { traces.name($0) }
        }
    }

    private enum Value: Encodable {
        case text(String), number(Double), count(Int)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .count(let count): try container.encode(count)
            }
        }
    }
}
