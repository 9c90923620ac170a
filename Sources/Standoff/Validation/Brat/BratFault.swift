/// A line that brat's parser does not take, with the part that shows why.
enum BratFault: Error {
  case refused(BratRefusal, BratText)
  case crash(BratCrash, BratText)
}
