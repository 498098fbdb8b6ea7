/// A question of the labelling configuration; its name is what the answer comes back under.
public enum LabelStudioQuestion: String, CaseIterable, Sendable {
    case verdict, confidence, lines, input, note

    /// The name of the code on the page.
    static let shown = "code"
    /// What lines are marked with.
    static let lineLabel = "shows it"

    /// Label Studio's name for this kind of answer.
    var type: String {
        switch self {
        case .verdict: "choices"
        case .confidence: "rating"
        case .lines: "labels"
        case .input, .note: "textarea"
        }
    }

    /// What a project of Label Studio has to be set up with, as XML.
    ///
    /// Source: https://labelstud.io/tags
    public static let configuration: String = {
        let choices = zip(Judgement.Verdict.allCases, 1...).map { verdict, key in
            "    <Choice value=\"\(verdict.rawValue)\" hotkey=\"\(key)\"/>\n"
        }
        return """
            <View>
              <Header value="$sample ($weaknesses)"/>
              <!-- Without the styles, blanks at the start of a line are not shown. -->
              <View style="white-space: pre-wrap">
                <Text name="task" value="$problem_aware" selectionEnabled="false"/>
              </View>
              <Header value="The program" size="5"/>
              <Labels name="\(lines.rawValue)" toName="\(shown)">
                <Label value="\(lineLabel)" background="#b45309"/>
              </Labels>
              <View style="white-space: pre-wrap">
                <Text name="\(shown)" value="$code" granularity="symbol"/>
              </View>
              <Choices name="\(verdict.rawValue)" toName="\(shown)" choice="single-radio" required="true">
            \(choices.joined())  </Choices>
              <Header value="How sure: 1 low, 2 middling, 3 high" size="5"/>
              <Rating name="\(confidence.rawValue)" toName="\(shown)" maxRating="3"/>
              <TextArea name="\(input.rawValue)" toName="\(shown)" placeholder="What input shows it" editable="true" maxSubmissions="1"/>
              <TextArea name="\(note.rawValue)" toName="\(shown)" placeholder="Note" editable="true" maxSubmissions="1"/>
            </View>
            """
    }()
}
