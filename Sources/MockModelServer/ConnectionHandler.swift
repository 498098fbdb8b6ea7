internal import NIOCore
internal import NIOHTTP1

/// Reads requests of one connection and delivers answers, with the latency and in the manner asked for.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let responder: Responder
    private let latency: TimeAmount
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(responder: Responder, latency: TimeAmount) {
        self.responder = responder
        self.latency = latency
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let buffer):
            body += buffer.readableBytesView
        case .end:
            guard let head else { return }
            let request = Responder.Request(
                path: String(head.uri.prefix { $0 != "?" }), body: body,
                key: ["Authorization", "x-api-key", "api-key"].lazy.compactMap { head.headers.first(name: $0) }.first)
            let answer = responder.answer(request)
            let scenario = String(Responder.scenario(in: request.path))
            let delay = head.method == .POST ? latency : .zero
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: delay) {
                let (handler, context) = bound.value
                if head.method == .POST { handler.responder.ledger.ended(scenario) }
                handler.deliver(answer, context: context, keepAlive: head.isKeepAlive)
            }
        }
    }

    private func deliver(_ answer: Answer, context: ChannelHandlerContext, keepAlive: Bool) {
        guard answer.delivery != .never, context.channel.isActive else { return }
        let times = if case .repeated(let times) = answer.delivery { times } else { 1 }
        var headers = HTTPHeaders(answer.headers)
        if !answer.contentType.isEmpty { headers.add(name: "Content-Type", value: answer.contentType) }
        // A script may lie about it.
        let lies = headers.contains(name: "Content-Length")
        let length = answer.bytes?.count ?? answer.body.utf8.count
        if times == 1, !lies { headers.add(name: "Content-Length", value: "\(length)") }
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers))),
            promise: nil)
        let bytes =
            answer.bytes.map { context.channel.allocator.buffer(bytes: $0) }
            ?? context.channel.allocator.buffer(string: answer.body)
        switch answer.delivery {
        case .never: break
        case .whole:
            context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            if !keepAlive || lies { context.close(promise: nil) }
        case .brokenOff:
            let half = bytes.getSlice(at: 0, length: bytes.readableBytes / 2)!
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(half))), promise: nil)
            context.close(promise: nil)
        case .byteASecond: drip(bytes, context: context)
        case .repeated: pour(bytes, times: times, context: context)
        }
    }

    private func drip(_ rest: ByteBuffer, context: ChannelHandlerContext) {
        var rest = rest
        guard let byte = rest.readSlice(length: 1), context.channel.isActive else { return }
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(byte))), promise: nil)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .seconds(1)) { [rest] in
            bound.value.0.drip(rest, context: bound.value.1)
        }
    }

    /// One part after the other, so that the server needs no 100 MB itself.
    private func pour(_ part: ByteBuffer, times: Int, context: ChannelHandlerContext) {
        guard times > 0, context.channel.isActive else {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            return
        }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(part)))).whenSuccess {
            // Later, so that the calls do not pile up on the stack and other connections have their turn.
            bound.value.1.eventLoop.execute {
                bound.value.0.pour(part, times: times - 1, context: bound.value.1)
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
