public import ArgumentParser
public import EvaluationCore
public import ModelClients
public import Reports

extension PromptTask: ExpressibleByArgument {}
extension AttemptKey.Subject: ExpressibleByArgument {}
extension PromptForm: ExpressibleByArgument {}
extension OneShotSource: ExpressibleByArgument {}
extension DetectionItems: ExpressibleByArgument {}
extension BatchFormat: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension StudyOptions.Subset: ExpressibleByArgument {}
