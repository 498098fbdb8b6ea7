// A model server for tests and benchmarks: fixed latency, and faults on demand.
//
//     MockModelServer [--port 0] [--latency-ms 0] [--answer-bytes 400]
//
// Prints its address, and ends with its standard input.
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

func option(_ name: String, default value: Int) -> Int {
    let arguments = CommandLine.arguments
    guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return value }
    return Int(arguments[place + 1]) ?? value
}

let latency = TimeAmount.milliseconds(Int64(option("--latency-ms", default: 0)))
let responder = Responder(ledger: Ledger(), answerBytes: option("--answer-bytes", default: 400))
let server = try ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
    .serverChannelOption(.backlog, value: 1024)
    .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
    .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
    .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            try channel.pipeline.syncOperations.addHandler(ConnectionHandler(responder: responder, latency: latency))
        }
    }
    .bind(host: "127.0.0.1", port: option("--port", default: 0))
    .wait()
FileHandle.standardOutput.write(Data("http://127.0.0.1:\(server.localAddress!.port!)\n".utf8))
while readLine() != nil {}
exit(0)
