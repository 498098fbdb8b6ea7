import Dataset
import EvaluationCore
import Foundation
import Reports

extension LoadedDataset {
    /// - Parameter paperFigures: read when the paper's own figures are to stand beside.
    func study(
        of runs: [RunResults], options: StudyOptions = StudyOptions(), people: PeopleVerdicts? = nil
    ) -> Study {
        Study(
            runs: runs, types: types,
            titles: Dictionary(uniqueKeysWithValues: samples.map { ($0.id, $0.title) }), options: options,
            people: people)
    }
}
