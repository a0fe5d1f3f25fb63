package org.fxbb.readers.simulate;

/** What is wrong with a PoP or its agents in one quarter hour. */
enum SlotEffect {
  /** Nothing is wrong. */
  NONE,
  /** The PoP is down; its QoS agent stores failing tests and delivers them with its daily dump. */
  DOWN_REPORTED,
  /** The PoP is down and its QoS agent without power: no QoS submission. */
  DOWN_SILENT,
  /** The PoP is up, its QoS agent silent. */
  QOS_SILENT,
  /** The PoP is up, both agents are silent. */
  BOTH_SILENT,
  /** The PoP is up; the QoS agent's processor is overloaded and all its tests fail. */
  AGENT_FAULT;

  boolean popDown() {
    return this == DOWN_REPORTED || this == DOWN_SILENT;
  }

  boolean snmpDelivered() {
    return this != BOTH_SILENT;
  }

  boolean qosDelivered() {
    return this != DOWN_SILENT && this != QOS_SILENT && this != BOTH_SILENT;
  }

  boolean testsFail() {
    return this == DOWN_REPORTED || this == AGENT_FAULT;
  }
}
