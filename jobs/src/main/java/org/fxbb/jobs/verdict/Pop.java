package org.fxbb.jobs.verdict;

/**
 * A PoP that is judged, in service in the period.
 *
 * @param id of {@code pops}
 * @param ispId whose it is
 * @param isp code of the ISP
 * @param code unique in the ISP
 * @param district BBS code
 * @param division BBS code
 * @param qosAgents QoS agents assigned in the period
 * @param representative whether every agent's reference is an active filed package, once the ISP
 *     filed any
 */
public record Pop(
    long id,
    long ispId,
    String isp,
    String code,
    String district,
    String division,
    int qosAgents,
    boolean representative) {

  String key() {
    return isp + "/" + code;
  }
}
