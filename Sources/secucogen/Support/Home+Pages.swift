import CodeSimilarity
import Dashboard
import Dataset
import Foundation

extension Home {
    /// - Throws: `UserError` when a template is missing or wrong.
    func templates() throws -> Templates { try Templates(folder: pages.appending(path: "templates")) }

    /// - Throws: `UserError` when the pages' files cannot be read.
    func reviewPages(_ dataset: LoadedDataset) throws -> ReviewPages {
        try ReviewPages(
            samples: dataset.samples, types: dataset.types, highlighter: PythonHighlighter(), templates: templates(),
            pages: pages)
    }
}
