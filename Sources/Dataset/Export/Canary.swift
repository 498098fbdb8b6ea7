/// A string that stands in every part of the dataset and nowhere else: a model that can complete it has been trained on the dataset.
public enum Canary {
    public static let text = "secucogen-canary-7d1f0c52-9b3e-4a86-b1c4-2f5e8a906d37"
}
