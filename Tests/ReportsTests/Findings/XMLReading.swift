import Foundation
import Testing

/// One element as a parser read it.
struct XMLNode: Decodable {
    var name: String
    var attributes: [String: String]
    var text: String
    var children: [XMLNode]
}

enum XMLReading {
    /// Elements of a name in the order of the document, read by Python's expat, which refuses what is not XML.
    static func nodes(_ name: String, of document: String) throws -> [XMLNode] {
        let program = """
            import json, sys
            from xml.etree import ElementTree
            def node(e): return {"name": e.tag, "attributes": e.attrib, "text": e.text or "", "children": [node(c) for c in e]}
            root = ElementTree.fromstring(sys.stdin.buffer.read())
            print(json.dumps([node(e) for e in root.iter(sys.argv[1])]))
            """
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program, name]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(document.utf8))
        try input.fileHandleForWriting.close()
        let data = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return try JSONDecoder().decode([XMLNode].self, from: data)
    }
}
