import EvaluationCore
import Foundation
import TestSupport
import Testing

@testable import Dataset

/// Words become others wherever they stand, and nothing else changes.
@Suite struct TranslationTests {
    static let perturbation = {
        var perturbation = Perturbation()
        perturbation.words = ["bell": "organ", "bells": "organs", "owl": "gull", "owls": "gulls", "angler": "baker"]
        perturbation.names = ["ada": "amy"]
        perturbation.functions = ["read_bells": "load_organs", "share": "publish"]
        return perturbation
    }()

    @Test(arguments: [
        ("The bell, three bells.", "The organ, three organs."),
        ("bell_tower BellTower bellTower HTMLBell BELL", "organ_tower OrganTower organTower HTMLOrgan ORGAN"),
        ("bell2 2bells /bells/bell.txt bell@owl.example", "organ2 2organs /organs/organ.txt organ@gull.example"),
        ("barbell bellows rebell", "barbell bellows rebell"),
        (#""\nBell\tbell" rb"\x61bell\u00e4bell""#, #""\nOrgan\torgan" rb"\x61organ\u00e4organ""#),
        ("Bellöwe Übell bellé", "Bellöwe Übell bellé"),
        ("Ada's bell, ADA; AdaBoost, adapt", "Amy's organ, AMY; AdaBoost, adapt"),
        ("a bell, an owl, A bell, A\nbell", "an organ, a gull, An organ, An\norgan"),
        ("an angler; a `Bell`; data bell; _a bell", "a baker; an `Organ`; data organ; _a organ"),
    ])
    func `a word is found in every form, and in no other word`(text: String, expected: String) {
        #expect(Self.perturbation.translated(text) == expected)
    }

    @Test(arguments: [
        ("def read_bells(path):", "def load_organs(path):"),
        (
            "solution.read_bells, `read_bells`, getattr(solution, \"read_bells\")",
            "solution.load_organs, `load_organs`, getattr(solution, \"load_organs\")"
        ),
        ("def share(a):", "def publish(a):"), ("share(1) + solution.share(2)", "publish(1) + solution.publish(2)"),
        ("`share` and `share(name)`", "`publish` and `publish(name)`"),
        ("everyone has a share; pool.share(3); share = 4", "everyone has a share; pool.share(3); share = 4"),
    ])
    func `a function is another where it is meant`(text: String, expected: String) {
        #expect(Self.perturbation.translated(text) == expected)
    }

    @Test(arguments: [
        ("In 1936, on 2031-02-28; ('Ark', 1901)", "In 1940, on 2035-02-28; ('Ark', 1905)"),
        (
            "1936.5 0.1936 1,936 19360 x1936 1936x -1936 2048 2024",
            "1936.5 0.1936 1,936 19360 x1936 1936x -1936 2048 2024"
        ),
        ("It was 1936. Then", "It was 1940. Then"),
    ])
    func `years are others, and other numbers are not`(text: String, expected: String) {
        var perturbation = Perturbation()
        perturbation.years = 4
        #expect(perturbation.translated(text) == expected)
    }

    @Test func `in no sample is an old word left, and no line is lost`() throws {
        let lexicon = try Lexicon(file: repositoryFolder.appending(path: "Dataset/Perturbation/words.yaml"))
        let draw = PerturbationDraw(lexicon: lexicon, reserved: [])
        var changed = 0
        for sample in try DatasetLoader(folder: repositoryFolder.appending(path: "Dataset")).load().samples {
            let texts = [sample.problemAware, sample.secureCode, sample.insecureCode]
            let perturbation = Perturbation(draw.changes(of: sample, in: texts, seed: 5))
            let old = Set(perturbation.words.keys).union(perturbation.names.keys)
            for text in texts {
                let translated = perturbation.translated(text)
                let words = translated.matches(of: /[A-Z]?[a-z]+|[A-Z]+/).map { $0.output.lowercased() }
                #expect(old.isDisjoint(with: words), "\(sample.id)")
                #expect(translated.count(where: \.isNewline) == text.count(where: \.isNewline), "\(sample.id)")
                if translated != text { changed += 1 }
            }
        }
        #expect(changed > 350)
    }
}
